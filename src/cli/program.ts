/** The commands with their options, by commander; its own words are said in our two languages. */
import { Argument, Command, CommanderError, Help, Option } from 'commander';
import type { Lang } from '../index.ts';
import { acrossCommand } from './across.ts';
import { auditCommand } from './audit.ts';
import { check, checkFormats } from './check.ts';
import { conformCommand } from './conform.ts';
import { diffCommand } from './diff.ts';
import { editCommand } from './edit.ts';
import { evalCommand } from './eval.ts';
import { explainCommand } from './explain.ts';
import { dialectIds, exportCommand, exportForms } from './export.ts';
import { fmt } from './fmt.ts';
import { about, argumentsHelp, type CommandName, examples, exitCodes, headings, optionsHelp } from './helptext.ts';
import { lspCommand } from './lsp.ts';
import { version } from './package.ts';
import { planCommand } from './plan.ts';
import { releaseCommand } from './release.ts';
import { engines } from './scale/engine.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { suggestion } from './suggest.ts';
import { readingsCommand } from './survey.ts';
import { testCommand } from './test.ts';
import { verifyCommand } from './verify.ts';
import { widthOf } from './width.ts';

/** Runs the command that the arguments name. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = build(shell, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(spelt(args, program), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageError(error, program, args, shell);
  }
  return exit;
}

function build(shell: Shell, done: (exit: ExitCode) => void): Command {
  const { lang } = shell;
  const words = (id: keyof typeof optionsHelp): string => optionsHelp[id][lang];
  const program = new Command('cme');
  styled(program, 'cme', shell)
    .description(about.cme[lang])
    .version(version(), '-V, --version', words('version'))
    .helpCommand(false)
    .addHelpText('after', `\n${exitCodes[lang]}`);

  const command = (name: CommandName): Command => {
    const made = styled(program.command(name), name, shell).description(about[name][lang]);
    return made.option('--rules-dir <dir>', words('rulesDir'));
  };
  const format = (choices: readonly string[]): Option =>
    new Option('--format <format>', words('format')).choices(choices).default('text');
  const argument = (name: string, id: keyof typeof argumentsHelp): Argument =>
    new Argument(name, argumentsHelp[id][lang]);
  const ends = (action: (...args: never[]) => Promise<ExitCode>) => {
    return async (...args: unknown[]): Promise<void> => done(await action(...(args as never[])));
  };

  command('check')
    .addArgument(argument('[rules...]', 'rulesMany'))
    .addOption(format(checkFormats))
    .option('--fix', words('fix'))
    .option('--clauses', words('clauses'))
    .option('--ranges', words('ranges'))
    .option('--source <file>', words('source'))
    .option('--save-source', words('saveSource'))
    .action(ends((names: string[], options) => check(names, options, shell)));
  command('fmt')
    .addArgument(argument('[rules...]', 'rulesMany'))
    .addOption(format(['text', 'json']))
    .option('--check', words('checkOnly'))
    .addOption(new Option('--keywords <lang>', words('keywords')).choices(['zh', 'en']))
    .action(ends((names: string[], options) => fmt(names, options, shell)));
  const data = (made: Command): Command =>
    made
      .addArgument(argument('<rules>', 'rules'))
      .addArgument(argument('<data>', 'data'))
      .addOption(format(['text', 'json']))
      .option('--year <year>', words('year'))
      .option('--set <reading=option>', words('set'), (text: string, before: string[]) => [...before, text], [])
      .option('--practitioners <file>', words('practitioners'))
      .option('--sheet <name>', words('sheet'))
      .option('--mask', words('mask'));
  data(command('eval'))
    .option('--out <file>', words('out'))
    .option('--by <field>', words('by'))
    .addOption(new Option('--engine <engine>', words('engine')).choices(engines))
    .option('--memory <size>', words('memory'))
    .option('--workers <count>', words('workers'))
    .action(ends((rules: string, file: string, options) => evalCommand(rules, file, options, shell)));
  data(command('explain'))
    .requiredOption('--practitioner <id>', words('practitioner'))
    .action(ends((rules: string, file: string, options) => explainCommand(rules, file, options, shell)));
  data(command('plan'))
    .requiredOption('--practitioner <id>', words('practitioner'))
    .option('--as-of <date>', words('asOf'))
    .action(ends((rules: string, file: string, options) => planCommand(rules, file, options, shell)));
  data(command('readings')).action(
    ends((rules: string, file: string, options) => readingsCommand(rules, file, options, shell)),
  );
  const repeated = (text: string, before: string[]): string[] => [...before, text];
  command('diff')
    .addArgument(argument('<old>', 'before'))
    .addArgument(argument('<new>', 'after'))
    .addOption(format(['text', 'json']))
    .option('--data <data>', words('diffData'))
    .option('--year <year>', words('diffYear'))
    .option('--set <reading=option>', words('set'), repeated, [])
    .option('--practitioners <file>', words('practitioners'))
    .option('--mask', words('mask'))
    .option('--all', words('all'))
    .option('--fail-on <effect>', words('failOn'), repeated, [])
    .action(ends((old: string, now: string, options) => diffCommand(old, now, options, shell)));
  command('conform')
    .addArgument(argument('<rules>', 'rules'))
    .addOption(format(['text', 'json']))
    .option('--all', words('allPoints'))
    .action(ends((rules: string, options) => conformCommand(rules, options, shell)));
  command('test')
    .addArgument(argument('[rules...]', 'rulesMany'))
    .addOption(format(['text', 'json']))
    .option('--coverage', words('coverage'))
    .option('--mutants', words('mutants'))
    .action(ends((names: string[], options) => testCommand(names, options, shell)));
  command('across')
    .addArgument(argument('<rules-and-data...>', 'acrossNames'))
    .addOption(format(['text', 'json']))
    .option('--practitioner <id>', words('acrossPractitioner'))
    .option('--year <year>', words('year'))
    .option('--practitioners <file>', words('practitioners'))
    .action(ends((names: string[], options) => acrossCommand(names, options, shell)));
  command('release')
    .addArgument(argument('<rules>', 'rules'))
    .addOption(format(['text', 'json']))
    .option('--by <name>', words('releaseBy'))
    .option('--reason <text>', words('releaseReason'))
    .option('--out <dir>', words('releaseOut'))
    .option('--base <rules>', words('releaseBase'))
    .option('--sign-off <check=reason>', words('signOff'), repeated, [])
    .option('--dry-run', words('dryRun'))
    .action(ends((rules: string, options) => releaseCommand(rules, options, shell)));
  command('audit')
    .addArgument(argument('<action>', 'auditAction').choices(['verify']))
    .addArgument(argument('<place>', 'auditPlace'))
    .addOption(format(['text', 'json']))
    .option('--known <hash>', words('known'), repeated, [])
    .action(ends((action: 'verify', place: string, options) => auditCommand(action, place, options, shell)));
  command('lsp').action(ends((options) => lspCommand(options, shell)));
  command('edit')
    .addArgument(argument('[dir]', 'folder'))
    .option('--port <port>', words('port'))
    .option('--no-open', words('noOpen'))
    .action(ends((dir: string | undefined, options) => editCommand(dir, options, shell)));
  command('export')
    .addArgument(argument('<rules>', 'rules'))
    .addOption(new Option('--to <form>', words('to')).choices(exportForms).makeOptionMandatory())
    .addOption(new Option('--dialect <sql>', words('dialect')).choices(dialectIds))
    .option('--year <year>', words('exportYear'))
    .option('--incremental', words('incremental'))
    .option('--set <reading=option>', words('set'), repeated, [])
    .option('--out <file>', words('exportOut'))
    .action(ends((rules: string, options) => exportCommand(rules, options, shell)));
  command('verify')
    .addArgument(argument('<file>', 'exported'))
    .option('--via <command>', words('via'))
    .option('--script <file>', words('script'))
    .action(ends((file: string, options) => verifyCommand(file, options, shell)));
  return program;
}

function styled(command: Command, name: CommandName | 'cme', { lang, out }: Shell): Command {
  const lines = examples[name].map((line) => `  ${line}`).join('\n');
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: () => {} })
    .configureHelp({
      displayWidth: (text: string) => widthOf(text),
      helpWidth: out.columns,
      styleTitle: (title: string) => (title in headings ? headings[title as keyof typeof headings][lang] : title),
      optionDescription: withChoices,
      argumentDescription: withChoices,
      formatHelp(cmd, helper) {
        return `${headings['Examples:'][lang]}\n${lines}\n\n${Help.prototype.formatHelp.call(this, cmd, helper)}`;
      },
    })
    .helpOption('-h, --help', optionsHelp.help[lang])
    .addOption(new Option('--lang <lang>', optionsHelp.lang[lang]).choices(['zh', 'en']));
}

const withChoices = ({ description, argChoices }: Option | Argument): string =>
  argChoices === undefined ? description : `${description} (${argChoices.join(' | ')})`;

/** `cme help eval` is `cme eval --help`; what is no command is told as that. */
function spelt(args: readonly string[], program: Command): readonly string[] {
  const [first, ...rest] = args;
  if (first !== 'help') return args;
  const [name = '-'] = rest;
  return name.startsWith('-') || program.commands.some((one) => one.name() === name) ? [...rest, '--help'] : rest;
}

/** Commander says these in English and with its own exit code. */
function usageError({ code, message }: CommanderError, program: Command, args: readonly string[], shell: Shell): Stop {
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  const commands = program.commands.map((one) => one.name());
  const command = args.find((arg) => commands.includes(arg));
  const own = program.commands.find((one) => one.name() === command);
  const see = shell.say('seeHelp', { command: command === undefined ? 'cme' : `cme ${command}` });
  switch (code) {
    case 'commander.help':
      return new Stop('missingCommand', { known: shell.list(commands) });
    case 'commander.unknownCommand':
      return new Stop('unknownCommand', {
        name,
        known: shell.list(commands),
        suggestion: suggestion(name, commands, shell),
      });
    case 'commander.unknownOption': {
      const options = program.commands.flatMap((one) => one.options.map(({ long }) => long ?? ''));
      return new Stop('unknownOption', { name, see, suggestion: suggestion(name, options, shell) });
    }
    case 'commander.missingArgument':
      return new Stop('missingArgument', { name, what: whatIs(name, own), see });
    case 'commander.optionMissingArgument':
      return new Stop('missingValue', { name, see });
    case 'commander.missingMandatoryOptionValue':
      return new Stop('missingOption', { name, see });
    case 'commander.invalidArgument': {
      const [, flags = '', value = ''] =
        /option '([^']+)' argument '(.*)' is invalid/s.exec(message) ?? argumentIn(message);
      const [, known = ''] = /choices are (.+)\.$/.exec(message) ?? [];
      return new Stop('invalidValue', { value, name: flags, known, see });
    }
    case 'commander.excessArguments':
      return new Stop('tooMany', { names: /got \d+: (.+)\.$/s.exec(message)?.[1] ?? '', see });
    default:
      return new Stop('usageProblem', { why: message });
  }
}

const whatIs = (name: string, command: Command | undefined): string =>
  command?.registeredArguments.find((one) => one.name() === name)?.description ?? '';

/** Commander names the value first where it is no option's. */
function argumentIn(message: string): readonly string[] {
  const [, value = '', name = ''] =
    /command-argument value '(.*)' is invalid for argument '([^']+)'/s.exec(message) ?? [];
  return ['', name, value];
}

/** Known before the options are read, since the help is in it too. */
export function langIn(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at].split('=', 2)[1] : args[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}
