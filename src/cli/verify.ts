import { NotABundle, readBundle } from '../modules/dossier/bundle/read-bundle.ts';
import { verifyBundle } from '../modules/dossier/bundle/verify-bundle.ts';

/** Checks a bundle offline and says what holds and what does not. Exit 1 on any break, 2 when it cannot be read. */
export const run = async (args: readonly string[]): Promise<number> => {
  const [location, ...rest] = args.filter((arg) => arg !== '--json');
  if (!location || rest.length > 0) {
    console.error('Usage : ./cadran verify DOSSIER.zip (ou un dossier décompressé)');
    return 2;
  }
  try {
    const report = await verifyBundle(await readBundle(location));
    if (args.includes('--json')) console.log(JSON.stringify(report, null, 2));
    else {
      for (const { ok, sentence } of report.checks) console.log(`${ok ? '  ✓' : '  ✗'} ${sentence}`);
      for (const note of report.notes) console.log(`  · ${note}`);
      const broken = report.checks.filter(({ ok }) => !ok).length;
      console.log(
        report.ok
          ? `\n  Dossier intègre : ${report.checks.length} vérifications tiennent.`
          : `\n  Dossier rompu : ${broken} vérification(s) sur ${report.checks.length} ne tiennent pas.`,
      );
    }
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotABundle)) throw error;
    console.error(`  ${error.message}`);
    return 2;
  }
};
