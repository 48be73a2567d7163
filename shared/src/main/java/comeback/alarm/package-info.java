/** EventBridge Scheduler: one one-time schedule per waiting customer. It decides nothing and remembers nothing. */
@NullMarked
package comeback.alarm;

import org.jspecify.annotations.NullMarked;
