/** For every test file: random tests begin from one seed, so that a red run can be looked at again. FAST_CHECK_SEED explores another. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_123) });
