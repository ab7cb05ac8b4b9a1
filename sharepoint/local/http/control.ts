import type { FaultRule, Faults } from '../faults/faults';
import { BadFaultRule } from '../faults/faults';
import type { RequestLog } from '../faults/request-log';
import type { Throttle, ThrottleLimit } from '../faults/throttle';
import type { Written } from '../rest/answer';

const json = (body: unknown, status = 200): Written =>
  ({ status, headers: { 'Content-Type': 'application/json;charset=utf-8' }, body: Buffer.from(JSON.stringify(body), 'utf8') });

/** The local site's own switches, under `/_local/`: no part of SharePoint. */
export function control(path: string, method: string, body: Buffer, faults: Faults, log: RequestLog, throttle: Throttle): Written {
  switch (`${method} ${path}`) {
    case 'GET /_local/requests':
      return json(log.list());
    case 'DELETE /_local/requests':
      log.clear();
      return json([]);
    case 'GET /_local/faults':
      return json(faults.list());
    case 'DELETE /_local/faults':
      faults.clear();
      return json([]);
    case 'POST /_local/faults':
      return addFaults(body, faults);
    case 'PUT /_local/throttle':
      return setThrottle(body, throttle);
    case 'DELETE /_local/throttle':
      throttle.limit = undefined;
      throttle.clear();
      return json({});
    default:
      return json({ error: 'unknown' }, 404);
  }
}

function addFaults(body: Buffer, faults: Faults): Written {
  try {
    const given = JSON.parse(body.toString('utf8')) as FaultRule | FaultRule[];
    const ids = (Array.isArray(given) ? given : [given]).map((rule) => faults.add(rule));
    return json({ ids }, 201);
  } catch (error) {
    if (error instanceof BadFaultRule || error instanceof SyntaxError) {
      return json({ error: error.message }, 400);
    }
    throw error;
  }
}

function setThrottle(body: Buffer, throttle: Throttle): Written {
  const { requests, seconds } = JSON.parse(body.toString('utf8') || '{}') as Partial<ThrottleLimit>;
  if (!(Number(requests) > 0) || !(Number(seconds) > 0)) {
    return json({ error: 'requests and seconds are needed' }, 400);
  }
  throttle.clear();
  throttle.limit = { requests: Number(requests), seconds: Number(seconds) };
  return json(throttle.limit);
}
