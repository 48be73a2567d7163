package comeback.render;

import comeback.customer.About;
import java.util.Optional;

/**
 * The day of the customer's that a letter is about.
 *
 * @param name as the store calls it: "emma’s birthday"; "" when that is no name
 * @param years how many it is since it first was; 0 when that is not known
 */
public record DayView(String name, int years) {
    static DayView of(About.TheDay day) {
        return new DayView(LoyaltyView.name(Optional.of(day.name().replace('_', ' '))), day.years());
    }
}
