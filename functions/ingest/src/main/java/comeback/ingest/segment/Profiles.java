package comeback.ingest.segment;

import comeback.customer.Beginnings;
import comeback.customer.Profile;
import comeback.customer.Registry;
import comeback.ingest.reading.Countries;
import comeback.ingest.reading.Dates;
import comeback.ingest.reading.Languages;
import comeback.ingest.reading.Names;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.util.Map;
import java.util.Optional;

/** Names, language and zone of a person, from traits and context. */
final class Profiles {
    private Profiles() {}

    /** What the traits say counts before what the client remembers, and that before what the browser is set to. */
    static Profile of(Message message, Optional<TrackName> name) {
        Profile device = new Profile(
                        Optional.empty(),
                        Optional.empty(),
                        Languages.locale(message.context(), "locale"),
                        Languages.zone(message.context(), "timezone"))
                .withCountry(country(message.context().objectOrEmpty("location")));
        Profile remembered = device.updatedWith(told(message.contextTraits()));
        if (name.equals(Optional.of(TrackName.SIGNED_UP)) || name.equals(Optional.of(TrackName.CONTACT_MADE))) {
            // What stands in a sign-up is about the person; in other events a "name" is a product's.
            return remembered.updatedWith(told(message.properties())).updatedWith(told(message.traits()));
        }
        if (name.equals(Optional.of(TrackName.POINTS_CHANGED)) || name.equals(Optional.of(TrackName.REWARD_UNLOCKED))) {
            return remembered.updatedWith(told(message.traits())).with(Programme.of(message.properties(), name));
        }
        // The traits of a group call are a company's.
        return message.type() == MessageType.GROUP ? remembered : remembered.updatedWith(told(message.traits()));
    }

    private static Profile told(Fields traits) {
        var whole = Names.in(traits, "name");
        var first = Names.in(traits, "firstName", "first_name", "$first_name");
        var last = Names.in(traits, "lastName", "last_name", "$last_name");
        if (first.isEmpty() && last.isEmpty() && whole.isPresent()) {
            // "Ayşe Nur Yılmaz" is greeted as Ayşe; a name without a blank is greeted whole.
            String[] parts = whole.get().split(" ", 2);
            first = Optional.of(parts[0]);
            last = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        }
        return new Profile(
                first,
                last,
                Languages.locale(traits, "locale", "language"),
                Languages.zone(traits, "timezone", "timeZone", "time_zone"),
                country(traits).or(() -> country(address(traits))),
                Dates.in(traits),
                Programme.of(traits, Optional.empty()),
                Beginnings.UNKNOWN,
                registry(traits));
    }

    /** Turkey's registry calls an approval ONAY and a refusal RET; what is neither says nothing. */
    private static Optional<Registry> registry(Fields traits) {
        return Texts.text(
                        traits,
                        Texts.named(traits, "consentRegistry", "consent_registry", "iys", "iysStatus", "iys_status"))
                .map(TrackName::plain)
                .flatMap(word -> switch (word) {
                    case "approved", "onay" -> Optional.of(Registry.APPROVED);
                    case "refused", "rejected", "ret" -> Optional.of(Registry.REFUSED);
                    default -> Optional.empty();
                });
    }

    private static Optional<String> country(Fields place) {
        return Countries.in(place, "country", "countryCode", "country_code");
    }

    /** Some send an address as a text, which is read for its letters only. */
    private static Fields address(Fields traits) {
        return traits.asMap().get("address") instanceof Map<?, ?>
                ? traits.objectOrEmpty("address")
                : Fields.of(Map.of());
    }
}
