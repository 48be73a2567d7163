package comeback.count;

import comeback.commit.InMemoryTable;
import comeback.commit.Tallies;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/**
 * A program of its own, so that its memory can be bounded: counts so many letters as the stream brings them, a hundred at a
 * time, one in ten told twice, and says whether the sums are those of a recount.
 */
final class ManyLettersCounted {
    private static final int A_BATCH = 100;
    private static final int TOLD_AGAIN_OF = 10;

    private ManyLettersCounted() {}

    public static void main(String[] arguments) {
        int many = Integer.parseInt(arguments[0]);
        var letters = new ManyLetters();
        var tallies = new FewTallies();
        var stores = new InMemoryTable().ports().stores();
        stores.save(ManyLetters.STORE);
        var counting = new Counting(
                stores, letters, letters, letters, tallies, () -> ManyLetters.FIRST.plus(Duration.ofDays(1)));
        var dice = new Random(many);
        int told = 0;
        for (int from = 0; from < many; from += A_BATCH) {
            Set<Hint> batch = new LinkedHashSet<>();
            for (int number = from; number < Math.min(from + A_BATCH, many); number++) {
                batch.add(new Hint.Settled(ManyLetters.STORE.id(), ManyLetters.id(number)));
                if (dice.nextInt(TOLD_AGAIN_OF) == 0) {
                    batch.add(new Hint.Settled(ManyLetters.STORE.id(), ManyLetters.id(dice.nextInt(number + 1))));
                }
            }
            told += batch.size();
            counting.count(batch);
        }
        if (!tallies.sums().equals(ManyLetters.recount(many))) {
            throw new IllegalStateException("the sums are not those of a recount");
        }
        if (tallies.largest() > Tallies.AT_ONCE_MAX) {
            throw new IllegalStateException(tallies.largest() + " were counted at once");
        }
        System.out.println(many + " letters counted from " + told + " hints, " + tallies.largest()
                + " at once, into " + tallies.sums().size() + " sums; the heap was at most "
                + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MB");
    }
}
