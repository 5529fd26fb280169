import type { Api } from './api';
import { pause } from './api';
import { type Address, type Outcome, send } from './request';
import { NAMESPACE } from './workload';

/** Time in milliseconds from `scale` 0 to 1 until the Service's address answers, asked every 5 ms. KEDA takes no part. */
export async function floor(api: Api, name: string, address: Address): Promise<Outcome> {
  const start = performance.now();
  const scaled = api.scale(NAMESPACE, `fn-${name}`, 1);
  for (;;) {
    const outcome = await send(address, name);
    if (outcome.status !== 0 || performance.now() - start > 60_000) {
      await scaled;
      return { ...outcome, millis: performance.now() - start };
    }
    await pause(5);
  }
}
