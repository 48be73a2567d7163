package comeback.local.aws;

import java.util.Map;
import java.util.Optional;

/** What SES tells about a mail after it was accepted. */
public sealed interface SesEvent {
    /** SES took it over. */
    record Sent() implements SesEvent {}

    /** The receiving server took it over. */
    record Delivered() implements SesEvent {}

    /** The picture that counts opens was fetched. */
    record Opened(String userAgent, String ipAddress) implements SesEvent {}

    /** A link was followed. */
    record Clicked(String link, String userAgent, String ipAddress) implements SesEvent {}

    /**
     * It could not be delivered.
     *
     * @param type Permanent, Transient or Undetermined
     * @param subType General, NoEmail, MailboxFull, OnAccountSuppressionList and others
     */
    record Bounced(String type, String subType) implements SesEvent {
        public static final Bounced HARD = new Bounced("Permanent", "General");
        static final Bounced OF_A_SUPPRESSED_ADDRESS = new Bounced("Permanent", "OnAccountSuppressionList");
    }

    /** Its reader called it spam. */
    record Complained() implements SesEvent {}

    /** For which reason the account's suppression list takes the address up, if it does. */
    default Optional<SuppressedAddresses.Reason> suppresses() {
        return switch (this) {
            case Bounced(var type, var subType) ->
                type.equals("Permanent") && !subType.equals(Bounced.OF_A_SUPPRESSED_ADDRESS.subType())
                        ? Optional.of(SuppressedAddresses.Reason.BOUNCE)
                        : Optional.empty();
            case Complained() -> Optional.of(SuppressedAddresses.Reason.COMPLAINT);
            case Sent(), Delivered(), Opened _, Clicked _ -> Optional.empty();
        };
    }

    /** The event of this name as the control surface calls it, with what was said about it. */
    static Optional<SesEvent> named(String name, Map<String, String> about) {
        String userAgent = about.getOrDefault("userAgent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)");
        String ipAddress = about.getOrDefault("ipAddress", "198.51.100.7");
        return switch (name) {
            case "delivery" -> Optional.of(new Delivered());
            case "open" -> Optional.of(new Opened(userAgent, ipAddress));
            case "click" -> Optional.of(new Clicked(about.getOrDefault("link", ""), userAgent, ipAddress));
            case "bounce" ->
                Optional.of(new Bounced(
                        about.getOrDefault("bounceType", "Permanent"), about.getOrDefault("bounceSubType", "General")));
            case "complaint" -> Optional.of(new Complained());
            default -> Optional.empty();
        };
    }
}
