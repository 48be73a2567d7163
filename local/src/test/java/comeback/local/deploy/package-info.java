/**
 * The deployment, held against the code: template.yaml's rules, and the rights of each function against the calls that it
 * makes. It knows the template as text; what CloudFormation makes of it is checked by .ci/template.
 */
@NullMarked
package comeback.local.deploy;

import org.jspecify.annotations.NullMarked;
