import { murmur, seededRandom, seedOf, silence, type Sound, tone } from '../audio/voice.ts';

/** How a simulated prospect behaves. No telephone rings; every event is marked `simulated`. */
export type ScenarioName =
  | 'interested'
  | 'declines'
  | 'opposes'
  | 'screened'
  | 'hangs_up'
  | 'voicemail'
  | 'no_answer'
  | 'busy'
  | 'invalid_number'
  | 'tone';

export type Turn = { sound: 'voice' | 'machine' | 'beep' | 'silence' | 'tone'; seconds: number };
export type Scenario = {
  name: ScenarioName;
  line: 'answers' | 'no_answer' | 'busy' | 'invalid_number';
  ringSeconds: number;
  turns: Turn[];
  /** What the prospect does once the turns are over. */
  then: 'hangs_up' | 'waits';
};

const talk = (...seconds: number[]): Turn[] =>
  seconds.flatMap((length): Turn[] => [
    { sound: 'voice', seconds: length },
    { sound: 'silence', seconds: 3 },
  ]);

const scripts: Record<ScenarioName, Omit<Scenario, 'name' | 'ringSeconds'>> = {
  interested: { line: 'answers', turns: talk(1.5, 3, 4, 2.5, 5, 3, 2, 4, 3, 2), then: 'waits' },
  declines: { line: 'answers', turns: talk(1.2, 2.5, 3), then: 'hangs_up' },
  opposes: { line: 'answers', turns: talk(1.2, 3), then: 'hangs_up' },
  screened: { line: 'answers', turns: talk(2, 2.5, 1.5), then: 'hangs_up' },
  hangs_up: {
    line: 'answers',
    turns: [
      { sound: 'voice', seconds: 1.2 },
      { sound: 'silence', seconds: 1 },
    ],
    then: 'hangs_up',
  },
  voicemail: {
    line: 'answers',
    turns: [
      { sound: 'machine', seconds: 5 },
      { sound: 'beep', seconds: 0.6 },
      { sound: 'silence', seconds: 20 },
    ],
    then: 'hangs_up',
  },
  no_answer: { line: 'no_answer', turns: [], then: 'hangs_up' },
  busy: { line: 'busy', turns: [], then: 'hangs_up' },
  invalid_number: { line: 'invalid_number', turns: [], then: 'hangs_up' },
  tone: { line: 'answers', turns: [{ sound: 'tone', seconds: 3600 }], then: 'waits' },
};

/** Shares of a hundred calls: 36 answered by a person and 6 wrong numbers, as in the canonical mission. */
const frequency: [ScenarioName, number][] = [
  ['interested', 9],
  ['declines', 14],
  ['opposes', 2],
  ['screened', 8],
  ['hangs_up', 3],
  ['voicemail', 24],
  ['no_answer', 26],
  ['busy', 8],
  ['invalid_number', 6],
];

export const scenarioNames = Object.keys(scripts) as ScenarioName[];

/** The same number always gives the same prospect, so that a demonstration can be played again. */
export const scenarioFor = (to: string, asked?: string): Scenario => {
  const random = seededRandom(seedOf(to));
  const name = scenarioNames.find((known) => known === asked) ?? drawn(random() * 100);
  return { name, ringSeconds: 1 + Math.round(random() * 20) / 10, ...scripts[name] };
};

const drawn = (ticket: number): ScenarioName => {
  let upTo = 0;
  for (const [name, share] of frequency) {
    upTo += share;
    if (ticket < upTo) return name;
  }
  return 'no_answer';
};

/** The prospect's side of the line, one voice per number. */
export const prospectSound = (to: string) => {
  const random = seededRandom(seedOf(to) ^ 0x5eed);
  const pitch = random() < 0.5 ? 105 + random() * 30 : 185 + random() * 40;
  const sounds: Record<Turn['sound'], Sound> = {
    voice: murmur(seedOf(to), pitch),
    machine: murmur(seedOf(to) + 1, 160),
    beep: tone([1000]),
    tone: tone([880]),
    silence,
  };
  return (turn: Turn['sound']): Int16Array => sounds[turn]();
};
