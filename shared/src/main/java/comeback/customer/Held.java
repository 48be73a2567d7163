package comeback.customer;

import java.time.Instant;

/**
 * That a journey's next message could go and must wait.
 *
 * @param until when it is asked about again
 * @param times how often it has been put off at this step
 */
public record Held(Instant until, int times) {}
