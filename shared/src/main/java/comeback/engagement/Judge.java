package comeback.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who was behind a letter's touches. Most clicks of machines come within seconds of the letter, many at once, or under a
 * program's name; where that is not so, nothing can be told, and a person gets the benefit of the doubt.
 *
 * <p>A click is judged by itself, what lies within {@link #SETTLES} of it, and what lies before it. So what comes later than
 * that changes no verdict, and a recount of the same facts by the same rules says the same.
 */
public final class Judge {
    /** Which rules these are. Another number, clue or pattern is another version. */
    public static final int RULES = 1;

    /** So long is waited before a click is judged: machines follow one link after the other. */
    public static final Duration SETTLES = Duration.ofSeconds(10);

    /** From so many letters touched by one address in about a minute on, it is a company's gate and not a person. */
    public static final int CROWD_MIN = 5;

    static final int SCANNER_FROM = 70;
    static final int SUSPECT_FROM = 35;

    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int SEVERAL = 3;
    private static final int MANY = 4;

    private static final Pattern AUTOMATON = Pattern.compile("(?i)\\b(curl|wget|python|aiohttp|httpx|okhttp|java/|"
            + "go-http|libwww|apache-httpclient|headless|phantom|puppeteer|playwright|bot\\b|crawler|spider|preview|"
            + "barracuda|proofpoint|mimecast|ironport|symantec|trendmicro|forcepoint|checkpoint|fireeye|zscaler|"
            + "bitdefender|safelinks)");
    private static final Pattern PICTURE_PROXY = Pattern.compile("(?i)GoogleImageProxy|YahooMailProxy|ggpht");

    /** What Apple's mail calls itself when it fetches all pictures at once; browsers say more. */
    private static final String PREFETCHING = "Mozilla/5.0";

    private Judge() {}

    /**
     * Makes something of all clicks.
     *
     * @param crowds of how many letters the address of each click followed links then, by the click's mark
     */
    public static Judged judge(Touches touches, Instant arrivedAt, Map<String, Integer> crowds) {
        return new Judged(
                RULES,
                arrivedAt,
                clicks(touches.clicks(), arrivedAt, crowds).stream()
                        .collect(Collectors.toMap(
                                made -> made.touch().mark(),
                                made -> new Judged.Ruled(crowdOf(made.touch(), crowds), made.verdict()))));
    }

    /** Everything, as these rules see it; clicks that were not judged so far as if nobody else was near. */
    public static List<Judgement> all(Touches touches, Instant arrivedAt) {
        Instant arrived = touches.judged().map(Judged::arrivedAt).orElse(arrivedAt);
        List<Judgement> all = new ArrayList<>();
        touches.opens().forEach(open -> all.add(open(open, arrived)));
        all.addAll(clicks(touches.clicks(), arrived, touches.crowds()));
        return List.copyOf(all);
    }

    private static Judgement open(Touch open, Instant arrivedAt) {
        if (open.agent().equals(PREFETCHING)) {
            return new Judgement(open, Verdict.PROXY, 0, List.of(Clue.PREFETCHED));
        }
        if (PICTURE_PROXY.matcher(open.agent()).find()) {
            return new Judgement(open, Verdict.PROXY, 0, List.of(Clue.PICTURE_PROXY));
        }
        return judgement(open, clues(open, arrivedAt));
    }

    private static List<Judgement> clicks(List<Touch> clicks, Instant arrivedAt, Map<String, Integer> crowds) {
        return IntStream.range(0, clicks.size())
                .mapToObj(i -> click(clicks, i, arrivedAt, crowdOf(clicks.get(i), crowds)))
                .toList();
    }

    private static int crowdOf(Touch click, Map<String, Integer> crowds) {
        return crowds.getOrDefault(click.mark(), 1);
    }

    private static Judgement click(List<Touch> clicks, int i, Instant arrivedAt, int crowd) {
        Touch click = clicks.get(i);
        List<Clue> clues = clues(click, arrivedAt);
        long links = linksNear(clicks, click);
        if (links >= MANY) {
            clues.add(Clue.MANY_LINKS);
        } else if (links >= SEVERAL) {
            clues.add(Clue.SEVERAL_LINKS);
        } else if (clicks.stream()
                .anyMatch(other -> !other.link().equals(click.link()) && other.isNear(click, AT_ONCE))) {
            clues.add(Clue.AT_ONCE);
        }
        boolean wasMachine = clicks.subList(0, i).stream()
                .filter(before ->
                        !before.network().isEmpty() && before.network().equals(click.network()))
                .anyMatch(before -> !before.isNear(click, SETTLES) && linksNear(clicks, before) >= SEVERAL);
        if (wasMachine) {
            clues.add(Clue.WHERE_A_MACHINE_WAS);
        }
        if (crowd >= CROWD_MIN) {
            clues.add(Clue.CROWD);
        }
        return judgement(click, clues);
    }

    private static long linksNear(List<Touch> clicks, Touch click) {
        return clicks.stream()
                .filter(other -> other.isNear(click, SETTLES))
                .map(Touch::link)
                .distinct()
                .count();
    }

    private static List<Clue> clues(Touch touch, Instant arrivedAt) {
        List<Clue> clues = new ArrayList<>();
        if (touch.agent().isEmpty()) {
            clues.add(Clue.NO_AGENT);
        } else if (AUTOMATON.matcher(touch.agent()).find()) {
            clues.add(Clue.AUTOMATON);
        }
        Duration since = Duration.between(arrivedAt, touch.at());
        if (since.isNegative()) {
            clues.add(Clue.BEFORE_ARRIVAL);
        } else if (since.compareTo(SECONDS) < 0) {
            clues.add(Clue.WITHIN_SECONDS);
        } else if (since.compareTo(MINUTE) < 0) {
            clues.add(Clue.WITHIN_A_MINUTE);
        }
        return clues;
    }

    private static Judgement judgement(Touch touch, List<Clue> clues) {
        int score = clues.stream().mapToInt(Clue::points).sum();
        Verdict verdict =
                score >= SCANNER_FROM ? Verdict.SCANNER : score >= SUSPECT_FROM ? Verdict.SUSPECT : Verdict.HUMAN;
        return new Judgement(touch, verdict, score, clues);
    }
}
