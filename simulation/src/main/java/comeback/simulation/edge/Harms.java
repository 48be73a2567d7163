package comeback.simulation.edge;

import comeback.simulation.time.Dice;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which calls go wrong, and how. A call is named by what it does, whom it is about and how often that was done
 * before; its fate is drawn from that name alone, or looked up in a list of faults that is to be played again.
 */
public final class Harms {
    /** Where a lost answer or a second delivery does most damage, it comes this much more often. */
    private static final double DELICATE = 4;

    private static final double DELICATE_MAX = 0.3;

    /** How many of the kinds a world knows. */
    private static final double USUAL = 0.75;

    private final Dice dice;
    private final double rate;
    private final Optional<Map<String, Harm>> only;
    private final Set<Harm> possible;
    private final boolean isAimed;
    private final Map<String, List<Harm>> chances = new LinkedHashMap<>();
    private final Map<String, Harm> done = new LinkedHashMap<>();
    private boolean isHealing;

    /**
     * Draws nothing yet. Every world knows another half or more of the harms, so that rare ones meet each other alone.
     *
     * @param rate of all calls, 0 to 1
     * @param aim these kinds and no others; empty for what the world draws
     * @param only these faults and no others
     */
    public Harms(Dice dice, double rate, Set<Harm> aim, Optional<Map<String, Harm>> only) {
        this.dice = dice;
        this.rate = rate;
        this.only = only;
        this.isAimed = !aim.isEmpty();
        this.possible = EnumSet.noneOf(Harm.class);
        for (Harm harm : Harm.values()) {
            if (aim.isEmpty() ? dice.chance("swarm", harm.name(), 0) < USUAL : aim.contains(harm)) {
                possible.add(harm);
            }
        }
    }

    /** Whether something goes wrong this time. */
    Optional<Harm> at(String name, int occurrence, List<Harm> among) {
        if (isHealing || (rate == 0 && only.isEmpty())) {
            return Optional.empty();
        }
        if (rate == 0) {
            chances.put(name + " #" + occurrence, among);
        }
        Optional<Harm> harm = only.isPresent()
                ? Optional.ofNullable(only.get().get(name + " #" + occurrence))
                : drawn(name, occurrence, among);
        harm.ifPresent(it -> done.put(name + " #" + occurrence, it));
        return harm;
    }

    private Optional<Harm> drawn(String name, int occurrence, List<Harm> among) {
        boolean isDelicate = among.equals(Harm.OF_MAIL) || among.equals(Harm.OF_DELIVERIES);
        if (dice.chance("harmed", name, occurrence) >= (isDelicate ? Math.min(DELICATE_MAX, DELICATE * rate) : rate)) {
            return Optional.empty();
        }
        List<Harm> kinds = isAimed ? among.stream().filter(possible::contains).toList() : among;
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Harm harm = kinds.get((int) Math.floorMod(dice.roll("harm", name, occurrence), (long) kinds.size()));
        return possible.contains(harm) ? Optional.of(harm) : Optional.empty();
    }

    /** Whether a service may be out of order as a whole; that counts as one fault. */
    public boolean mayBeOut(String service) {
        String name = "outage " + service;
        boolean mayBe = only.isEmpty() || only.get().containsKey(name);
        if (mayBe) {
            done.put(name, Harm.REFUSED);
        }
        return mayBe;
    }

    /** From now on all goes well. */
    public void heal() {
        isHealing = true;
    }

    public boolean isHealing() {
        return isHealing;
    }

    /** What went wrong, by name, in the order in which it did. */
    public Map<String, Harm> done() {
        return Map.copyOf(done);
    }

    /** What could have gone wrong, and how, in the order in which it could; noted where nothing is drawn. */
    public Map<String, List<Harm>> chances() {
        return new LinkedHashMap<>(chances);
    }
}
