/**
 * The sandwich that every function is: load, decide, commit, act. Here are the ports it needs, named for their roles, and
 * the one class that puts a decision into effect. It knows no AWS: adapters are in {@code table} and {@code alarm}.
 */
@NullMarked
package comeback.commit;

import org.jspecify.annotations.NullMarked;
