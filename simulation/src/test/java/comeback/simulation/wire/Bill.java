package comeback.simulation.wire;

import comeback.json.Json;
import comeback.simulation.dynamo.Image;

/** Units of capacity, by the rules of DynamoDB's bill. */
final class Bill {
    private static final int WRITE_UNIT_BYTES = 1024;
    private static final int READ_UNIT_BYTES = 4096;

    private Bill() {}

    /** A unit for each begun KB of the larger image, and for each entry of the index that is put or taken away. */
    static long writeUnits(Image before, Image after, boolean isTransaction) {
        long bytes = Math.max(before.bytes(), after.bytes());
        String was = before.text("duePartition") + before.text("dueAt");
        String is = after.text("duePartition") + after.text("dueAt");
        long entries = was.equals(is) ? 0 : (was.isEmpty() ? 0 : 1) + (is.isEmpty() ? 0 : 1);
        long units = (bytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES + entries;
        return isTransaction ? 2 * units : units;
    }

    /** A unit for each begun 4 KB that are read, half of one where an older state will do; an answer's JSON is no smaller. */
    static double readUnits(Asked asked, Reply reply) {
        long begun = Math.max(1, (Json.print(reply.body()).length() + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
        if (asked.operation().equals("GetItem")) {
            return begun;
        }
        return asked.operation().startsWith("Query") ? begun / 2.0 : 0;
    }
}
