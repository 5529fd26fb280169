/** A command that a shell completes. */
export interface Word {
  readonly name: string;
  readonly summary: string;
  readonly options: string[];
}

/** What a shell is told to complete a program, by the name of the shell. */
export const SCRIPTS = { bash, zsh, fish };

function bash(program: string, words: Word[]): string {
  const cases = words.map(({ name, options }) => `    ${name}) words='${options.join(' ')}' ;;`);
  return `_${identifier(program)}() {
  local words
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *) words='${words.map(({ name }) => name).join(' ')} --help --version' ;;
  esac
  if ((COMP_CWORD == 1)); then words='${words.map(({ name }) => name).join(' ')} --help --version'; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _${identifier(program)} ${program}`;
}

function zsh(program: string, words: Word[]): string {
  const cases = words.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')} ;;`);
  return `_${identifier(program)}() {
  if ((CURRENT == 2)); then
    compadd -- ${words.map(({ name }) => name).join(' ')} --help --version
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
  _files
}
compdef _${identifier(program)} ${program}`;
}

function fish(program: string, words: Word[]): string {
  const names = words.map(
    ({ name, summary }) => `complete -c ${program} -n __fish_use_subcommand -a ${name} -d '${summary}'`,
  );
  const options = words.flatMap(({ name, options }) =>
    options.map((option) => `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
  );
  return [`complete -c ${program} -f`, ...names, ...options].join('\n');
}

function identifier(program: string): string {
  return program.replaceAll('-', '_');
}
