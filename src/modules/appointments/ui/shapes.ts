import type { Answer } from '../../../web/api/client.ts';
import type { Appointment } from '../index.ts';
import type { Terms } from '../../contracts/index.ts';

export type AppointmentRow = Answer<'get', '/appointments'>['appointments'][number];
export type AppointmentDetail = Answer<'get', '/appointments/{id}'>;

/** What the rules of the module judge, as the API tells it: the screen asks them before the click. */
export const asJudged = (row: AppointmentRow): Appointment => row as unknown as Appointment;
export const signedTerms = ({ criteria, contestWorkingDays, silence }: AppointmentDetail): Terms['appointments'] =>
  ({ criteria, contest: { workingDays: contestWorkingDays }, review: { silence } }) as unknown as Terms['appointments'];
