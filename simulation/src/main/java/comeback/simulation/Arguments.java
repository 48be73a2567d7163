package comeback.simulation;

import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Seam;
import comeback.simulation.mutants.Mutants;
import comeback.simulation.shop.Stories;
import comeback.simulation.world.WorldOptions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stood on the command line.
 *
 * @param seed of the first world
 * @param worlds how many of each fault rate, if said
 * @param years how many shopper-years of each fault rate, if said
 * @param rates how much goes wrong
 * @param shoppers of each world
 * @param days of each world
 * @param collisions how many reminders are met at their claim
 * @param aim the only kinds of faults, if said
 * @param mutant the mistake that is built in, if any
 * @param story whose told life is played instead, if said
 * @param crashPoints one of so many crash points of all stories are played instead, if said
 * @param onlyShoppers these alone, if said
 * @param onlyFaults these alone, if said
 * @param seam where AWS begins
 * @param readme whether the README's table is written
 */
record Arguments(
        long seed,
        Optional<Integer> worlds,
        Optional<Double> years,
        List<Double> rates,
        int shoppers,
        int days,
        double collisions,
        Set<Harm> aim,
        Optional<String> mutant,
        Optional<String> story,
        Optional<Integer> crashPoints,
        Optional<Set<Integer>> onlyShoppers,
        Optional<Map<String, Harm>> onlyFaults,
        Seam.Kind seam,
        boolean readme) {
    static final String USAGE = """
        ./comeback simulate [--seed N] [--worlds N | --years N] [--faults 0.5%,2%] [--size SHOPPERSxDAYS] [--collisions 5%]
                            [--seam typed|sdk] [--aim HARM,HARM] [--mutant NAME] [--shoppers 1,2] [--fault 'NAME=HARM']...
                            [--story NAME] [--crash-points EVERY] [--readme]\
        """;

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");
    private static final List<Double> RATES = List.of(0.0, 0.005, 0.02, 0.1);

    static Arguments read(List<String> words) {
        Map<String, String> said = new HashMap<>();
        Map<String, Harm> faults = new HashMap<>();
        boolean saysFaults = false;
        boolean readme = false;
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i);
            if (name.equals("--readme")) {
                readme = true;
                continue;
            }
            if (i + 1 == words.size() || !name.startsWith("--")) {
                throw new IllegalArgumentException("what is " + name + "?\n" + USAGE);
            }
            String value = words.get(++i);
            if (name.equals("--fault")) {
                saysFaults = true;
                fault(value).ifPresent(it -> faults.put(it.getKey(), it.getValue()));
            } else {
                said.put(name, value);
            }
        }
        return of(said, saysFaults ? Optional.of(faults) : Optional.empty(), readme);
    }

    private static Arguments of(Map<String, String> said, Optional<Map<String, Harm>> faults, boolean readme) {
        List<String> known = List.of(
                "--seed",
                "--worlds",
                "--years",
                "--faults",
                "--size",
                "--collisions",
                "--aim",
                "--mutant",
                "--story",
                "--crash-points",
                "--seam",
                "--shoppers");
        said.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no " + name + "\n" + USAGE);
        });
        Optional.ofNullable(said.get("--mutant")).ifPresent(Mutants::named);
        Optional.ofNullable(said.get("--story")).ifPresent(Stories::named);
        try {
            return understood(said, faults, readme);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("that is no number: " + e.getMessage() + "\n" + USAGE, e);
        }
    }

    private static Arguments understood(Map<String, String> said, Optional<Map<String, Harm>> faults, boolean readme) {
        String[] size = said.getOrDefault("--size", "90x60").split("x", 2);
        return new Arguments(
                Long.parseLong(said.getOrDefault("--seed", "1")),
                Optional.ofNullable(said.get("--worlds")).map(Integer::parseInt),
                Optional.ofNullable(said.get("--years")).map(Double::parseDouble),
                Optional.ofNullable(said.get("--faults"))
                        .map(list -> Arrays.stream(list.split(",", -1))
                                .map(Arguments::share)
                                .toList())
                        .orElse(RATES),
                Integer.parseInt(size[0]),
                Integer.parseInt(size[size.length - 1]),
                share(said.getOrDefault("--collisions", "5%")),
                Optional.ofNullable(said.get("--aim")).stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(Harm::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(said.get("--mutant")),
                Optional.ofNullable(said.get("--story")),
                Optional.ofNullable(said.get("--crash-points")).map(Integer::parseInt),
                Optional.ofNullable(said.get("--shoppers"))
                        .map(list -> Arrays.stream(list.split(",", -1))
                                .map(Integer::parseInt)
                                .collect(Collectors.toSet())),
                faults,
                Seam.Kind.valueOf(said.getOrDefault("--seam", "typed").toUpperCase(Locale.ROOT)),
                readme);
    }

    /** A command line's words; what stands between apostrophes is one. */
    static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(found -> found.group().replace("'", ""))
                .toList();
    }

    /** "SendEmail abc #1=ANSWER_LOST"; "none" for none at all. */
    private static Optional<Map.Entry<String, Harm>> fault(String text) {
        int equals = text.lastIndexOf('=');
        return text.equals("none")
                ? Optional.empty()
                : Optional.of(Map.entry(text.substring(0, equals), Harm.valueOf(text.substring(equals + 1))));
    }

    private static double share(String percent) {
        return Double.parseDouble(percent.replace("%", "")) / 100;
    }

    /** How many worlds of each rate. */
    int worldsEach() {
        double each = years.orElse(500.0) / world(seed, 0).shopperYears();
        return worlds.orElseGet(() -> (int) Math.ceil(each / (years.isPresent() ? rates.size() : 1)));
    }

    WorldOptions world(long number, double rate) {
        WorldOptions drawn = story.map(Stories::named)
                .map(told -> WorldOptions.told(told, Map.of()))
                .orElseGet(() -> WorldOptions.usual(number, rate)
                        .sized(shoppers, days)
                        .colliding(collisions)
                        .aimed(aim));
        return drawn.with(mutant).at(seam).only(onlyShoppers, onlyFaults.or(drawn::onlyFaults));
    }
}
