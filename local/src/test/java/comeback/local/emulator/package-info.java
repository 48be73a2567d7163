/**
 * The contracts once more, and the main story's storing and waking, against an AWS emulator in a container, which neither
 * we nor DynamoDB's makers wrote. Everything here is skipped, before a container is thought of, unless
 * {@code AWS_EMULATOR_IT=1}: a container engine that can fetch nothing would hold up a build for minutes.
 */
@NullMarked
package comeback.local.emulator;

import org.jspecify.annotations.NullMarked;
