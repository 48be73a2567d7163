package comeback.render;

import comeback.store.Caps;

/**
 * How much marketing mail one customer gets at most, so that a letter that says so cannot say anything else.
 *
 * @param inDay at most in 24 hours
 * @param inWeek at most in 7 days
 * @param inMonth at most in 30 days
 */
public record CapsView(int inDay, int inWeek, int inMonth) {
    static CapsView of(Caps caps) {
        return new CapsView(caps.inDay(), caps.inWeek(), caps.inMonth());
    }
}
