package comeback.simulation.wire;

import java.io.IOException;

/** How a request gets to its service, and the answer back. */
interface Passage {
    /** At once, and always. */
    Passage FREE = (asked, attempt) -> asked.effect().get();

    Reply pass(Asked asked, Attempt attempt) throws IOException;
}
