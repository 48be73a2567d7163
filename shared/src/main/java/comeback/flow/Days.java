package comeback.flow;

import comeback.customer.About;
import comeback.customer.Beginnings;
import comeback.customer.Customer;
import comeback.customer.Loyalty;
import comeback.customer.OrderState;
import comeback.customer.Shopping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The days of a customer for which a flow may run: those that come round every year, and the day on which points end. */
public final class Days {
    /** Of a step in a flow that runs for any of their days but {@link #BIRTHDAY}, which has a flow of its own. */
    public static final String EACH = "the day";

    public static final String BIRTHDAY = "birthday";
    public static final String SIGN_UP = "sign-up";
    public static final String FIRST_ORDER = "first order";
    public static final String POINTS_EXPIRE = "points expire";

    /** Those of which only a flow that runs for a day knows. */
    public static final Set<String> FOR_DAYS_ONLY = Set.of(EACH, SIGN_UP, FIRST_ORDER, POINTS_EXPIRE);

    /** Who buys soon after signing up has one beginning, not two. */
    private static final int APART_DAYS = 30;

    private final Customer customer;
    private final ZoneId zone;
    private final LocalDate today;

    Days(Customer customer, ZoneId zone, Instant now) {
        this.customer = customer;
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /**
     * Those that a step waits for, each as it comes next.
     *
     * @param step of which the name says which, and the days say when something is to be sent: that must not be over
     */
    List<About.TheDay> next(Until.Anniversary step) {
        List<About.TheDay> found = new ArrayList<>();
        for (String name : names(step)) {
            switch (name) {
                case SIGN_UP -> signedUp().map(day -> yearly(name, day, step)).ifPresent(found::add);
                case FIRST_ORDER ->
                    firstOrder().map(day -> yearly(name, day, step)).ifPresent(found::add);
                case POINTS_EXPIRE -> pointsExpire(customer).map(this::once).ifPresent(found::add);
                default ->
                    Optional.ofNullable(customer.profile().dates().get(name))
                            .map(day -> new About.TheDay(name, comingRound(day, today.getYear(), step), 0))
                            .ifPresent(found::add);
            }
        }
        // Nobody is told on the last day that there is no other.
        found.removeIf(day -> day.name().equals(POINTS_EXPIRE) && !day.on().isAfter(today));
        return found;
    }

    /** Whether it is still what the shop tells; a day that comes round every year is. */
    public static boolean stands(About.TheDay day, Customer customer) {
        return !day.name().equals(POINTS_EXPIRE) || pointsExpire(customer).equals(Optional.of(day.on()));
    }

    /** On which day they can last be used. */
    private static Optional<LocalDate> pointsExpire(Customer customer) {
        return customer.profile().loyalty().expiring().map(Loyalty.Expiring::on);
    }

    private Set<String> names(Until.Anniversary step) {
        if (!step.name().equals(EACH)) {
            return Set.of(step.name());
        }
        Set<String> names = new TreeSet<>(customer.profile().dates().keySet());
        names.remove(BIRTHDAY);
        names.remove(POINTS_EXPIRE);
        names.add(SIGN_UP);
        names.add(FIRST_ORDER);
        return names;
    }

    private About.TheDay once(LocalDate day) {
        return new About.TheDay(POINTS_EXPIRE, day, 0);
    }

    /** Not before a year is over. */
    private About.TheDay yearly(String name, LocalDate first, Until.Anniversary step) {
        LocalDate on = comingRound(MonthDay.from(first), Math.max(today.getYear(), first.getYear() + 1), step);
        return new About.TheDay(name, on, on.getYear() - first.getYear());
    }

    /** In a common year, 29 February is the 28th. */
    private LocalDate comingRound(MonthDay day, int fromYear, Until.Anniversary step) {
        for (int year = fromYear; ; year++) {
            if (day.atYear(year).plusDays(step.days()).isAfter(today)) {
                return day.atYear(year);
            }
        }
    }

    private Optional<LocalDate> signedUp() {
        return customer.profile().beginnings().signedUpAt().map(this::there);
    }

    /** Of an order that was kept. Of who has bought more often than we remember, it is in what we noted before we forgot. */
    private Optional<LocalDate> firstOrder() {
        Beginnings beginnings = customer.profile().beginnings();
        Optional<LocalDate> bought = beginnings
                .firstOrderAt()
                .or(() -> earliest(customer.shopping()))
                .map(this::there);
        return bought.filter(day -> signedUp()
                .filter(first -> Math.abs(ChronoUnit.DAYS.between(first, day)) <= APART_DAYS)
                .isEmpty());
    }

    /** What was cancelled or paid back is no beginning. */
    static Optional<Instant> earliest(Shopping shopping) {
        return shopping.orders().stream()
                .filter(order -> order.isPlaced() && !order.isUndone())
                .map(OrderState::placedAt)
                .findFirst();
    }

    private LocalDate there(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
