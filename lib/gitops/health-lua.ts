// Lua 5.1 as Argo CD runs it: `obj` is the object, the base and table libraries are there, no others.

/** An Application's own health: Argo CD computes it, but does not look at it when an Application is a child. */
export const APPLICATION_HEALTH = `local health = obj.status and obj.status.health
if health == nil or health.status == nil then
  return { status = "Progressing", message = "not compared with the cluster yet" }
end
return { status = health.status, message = health.message }
`;

/**
 * An InterceptorRoute is healthy once the add-on's operator has seen its current generation. The operator knows no
 * failure of a route today; a Ready that is False counts as one.
 */
export const INTERCEPTOR_ROUTE_HEALTH = readyHealth(`    if condition.status == "True" then
      return { status = "Healthy", message = condition.message }
    end
`);

/**
 * An HTTPScaledObject is healthy once the add-on's operator has made its ScaledObject, and suspended while an annotation
 * pauses that.
 */
export const HTTP_SCALED_OBJECT_HEALTH = readyHealth(`    if condition.status == "True" then
      local annotations = obj.metadata.annotations or {}
      if annotations["autoscaling.keda.sh/paused"] == "true" or annotations["autoscaling.keda.sh/paused-replicas"] then
        return { status = "Suspended", message = "paused by an annotation" }
      end
      return { status = "Healthy", message = condition.message }
    end
`);

function readyHealth(whenTrue: string): string {
  return `local waiting = { status = "Progressing", message = "waiting for the operator of the HTTP add-on" }
for _, condition in ipairs(obj.status and obj.status.conditions or {}) do
  if condition.type == "Ready" then
    if condition.observedGeneration ~= obj.metadata.generation then
      return waiting
    end
${whenTrue}    if condition.status == "False" then
      return { status = "Degraded", message = condition.message }
    end
  end
end
return waiting
`;
}
