/**
 * What whoever runs the deployment may do: enter stores, and make, change and revoke their keys and webhook secrets. It
 * takes the deployment's admin key and no other, and tells a key or a secret once, when it is made.
 */
@NullMarked
package comeback.console.stores;

import org.jspecify.annotations.NullMarked;
