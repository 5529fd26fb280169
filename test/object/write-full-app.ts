// Writes the app of the tests that has every kind of object to the folder CDK8S_OUTDIR.
import { synthesize } from '../../lib';
import { fullApp } from './full-app';

synthesize(fullApp());
