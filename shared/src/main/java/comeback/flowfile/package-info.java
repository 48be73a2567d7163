/** The folder {@code templates/}: its flow.yaml files to flows, checked as a whole, every mistake with file and line. */
@NullMarked
package comeback.flowfile;

import org.jspecify.annotations.NullMarked;
