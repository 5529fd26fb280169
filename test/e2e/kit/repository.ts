import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump, load } from 'js-yaml';
import { freePort, type Programs, untilAnswers } from './programs';

const PROJECT = join(__dirname, '../../..');

/** The reference app in a repository of its own, served over HTTP: what a user edits, synthesizes, commits and pushes. */
export class Repository {
  public static async open(programs: Programs): Promise<Repository> {
    const port = await freePort();
    const bare = join(programs.folder, 'served/platform.git');
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
    programs.start('git-server', process.execPath, [join(__dirname, 'git-server.mjs'), String(port), dirname(bare)]);
    const url = `http://127.0.0.1:${port}/platform.git`;
    await untilAnswers(`${url}/info/refs?service=git-upload-pack`);
    return new Repository(url, join(programs.folder, 'work'), bare);
  }

  private constructor(
    public readonly url: string,
    public readonly folder: string,
    bare: string,
  ) {
    mkdirSync(folder);
    for (const name of ['main.ts', 'environments', 'functions', 'tsconfig.json'])
      cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
    // its library, which is not its own
    for (const name of ['index.ts', 'node_modules']) symlinkSync(join(PROJECT, name), join(folder, name));
    writeFileSync(join(folder, '.gitignore'), 'index.ts\nnode_modules\n');
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('remote', 'add', 'origin', bare);
  }

  public git(...args: string[]): string {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    return execFileSync('git', [...author, ...args], { cwd: this.folder, encoding: 'utf8' }).trim();
  }

  public write(file: string, content: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), content);
  }

  /** Changes a file by its text; that it does not change is an error. */
  public edit(file: string, change: (content: string) => string): void {
    const content = readFileSync(join(this.folder, file), 'utf8');
    const changed = change(content);
    if (changed === content) throw new Error(`${file}: nothing to change in:\n${content}`);
    this.write(file, changed);
  }

  /** Changes a file by what its YAML means. */
  // biome-ignore lint/suspicious/noExplicitAny: a declaration of any kind
  public editYaml(file: string, change: (content: any) => object): void {
    this.edit(file, (content) => dump(change(load(content))));
  }

  public remove(file: string): void {
    rmSync(join(this.folder, file), { recursive: true });
  }

  /** Writes dist/; what is gone from the declarations shall go. */
  public synthesize(): void {
    execFileSync(process.execPath, [join(PROJECT, 'node_modules/tsx/dist/cli.mjs'), 'main.ts', '--allow-removals'], {
      cwd: this.folder,
      stdio: 'pipe',
    });
  }

  /** Synthesizes, commits and pushes; returns the commit. */
  public push(message: string): string {
    this.synthesize();
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.pushAsIs();
  }

  /** Takes the last commit back. */
  public revert(): string {
    this.git('revert', '--no-edit', 'HEAD');
    return this.pushAsIs();
  }

  private pushAsIs(): string {
    this.git('push', '--quiet', 'origin', 'main');
    return this.git('rev-parse', 'HEAD');
  }
}
