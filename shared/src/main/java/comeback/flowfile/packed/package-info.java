/**
 * Flows as the build read and checked them, in one file that a function reads in a few milliseconds: it needs neither YAML
 * nor Velocity for it. The flow files stay the truth; a test holds each packed flow against its file.
 */
@NullMarked
package comeback.flowfile.packed;

import org.jspecify.annotations.NullMarked;
