import * as module from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../lib/incremental/cache-folder';

/** Node has it from 22.8 on. */
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };

// to compile the command takes a quarter of its start
enableCompileCache?.(join(cacheFolder(), 'compiled'));
