/**
 * Hours a seller has for customers in a month: the usual hours × working days there are ÷ working days of a mean month, less
 * leave. Days are working days; leave beyond them counts no more than they are. No working day → 0; a year without any
 * working day, or hours below 0, is a mistake of the caller.
 */
export function serviceCapacity({
  hoursPerMonth,
  workingDays,
  leaveDays,
  meanWorkingDays,
}: {
  hoursPerMonth: number;
  workingDays: number;
  leaveDays: number;
  meanWorkingDays: number;
}): number {
  if (!(meanWorkingDays > 0) || !(hoursPerMonth >= 0)) {
    throw new RangeError(`${hoursPerMonth} hours over ${meanWorkingDays} working days`);
  }
  return (hoursPerMonth * Math.max(0, workingDays - leaveDays)) / meanWorkingDays;
}

/** Hours that one customer needs in a stretch of days: as many visits as the cadence asks for, in parts of one as well. */
export function serviceNeed({
  days,
  cadenceDays,
  hoursPerVisit,
}: {
  days: number;
  cadenceDays: number;
  hoursPerVisit: number;
}): number {
  if (!(cadenceDays >= 1)) throw new RangeError(`a cadence of ${cadenceDays} days`);
  return (days / cadenceDays) * hoursPerVisit;
}
