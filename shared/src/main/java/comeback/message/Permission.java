package comeback.message;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Registry;
import comeback.customer.Topic;
import comeback.message.MayItGo.Answer;
import comeback.message.MayItGo.Planned;
import comeback.store.Store;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether somebody may be advertised to: by what a registry says, by their word, and where they said none by the country's law of
 * existing customers, as the store has it.
 */
final class Permission {
    private Permission() {}

    static Answer ask(Customer customer, Store store, Planned planned) {
        return registry(customer, store)
                .<Answer>map(Answer.Skip::new)
                .orElseGet(() -> byTheirWord(customer, store, planned));
    }

    private static Optional<Ruling> registry(Customer customer, Store store) {
        Optional<Registry> told = customer.profile().registry();
        if (told.equals(Optional.of(Registry.REFUSED))) {
            return Optional.of(new Ruling(
                    "registry",
                    "refused",
                    "the country's registry of consents has them as refused",
                    "It would have gone, had the store told that the registry has them as approved."));
        }
        boolean isNeeded = customer.profile()
                .home()
                .filter(store.policy().consent().registry()::contains)
                .isPresent();
        return isNeeded && told.isEmpty()
                ? Optional.of(new Ruling(
                        "registry",
                        "unknown",
                        "the country's registry of consents does not have them as approved, as far as was told",
                        "It would have gone, had the store told that the registry has them as approved."))
                : Optional.empty();
    }

    private static Answer byTheirWord(Customer customer, Store store, Planned planned) {
        return switch (customer.consent()) {
            case Consent.Given given ->
                given.wishes().wants(planned.terms().topic())
                        ? new Answer.Send()
                        : new Answer.Skip(unwanted(planned.terms().topic()));
            case Consent.Withdrawn withdrawn ->
                new Answer.Skip(new Ruling(
                        "consent",
                        "withdrawn",
                        "the customer unsubscribed (" + withdrawn.source() + ")",
                        "It would have gone, had the customer agreed to marketing mail again."));
            case Consent.Asked asked ->
                new Answer.Skip(new Ruling(
                        "consent",
                        "asked",
                        "the customer has not confirmed yet that it was them who agreed to marketing mail",
                        "It would have gone, had the customer confirmed it by the link in our mail."));
            case Consent.Unknown unknown ->
                planned.withoutConsentLeft() > 0 || isExisting(customer, store)
                        ? new Answer.Send()
                        : new Answer.Skip(new Ruling(
                                "consent",
                                "unknown",
                                "the customer has not agreed to marketing mail",
                                "It would have gone, had the customer agreed to marketing mail."));
        };
    }

    /** Whoever bought, and has what they bought, in a country whose law takes that for a beginning. */
    private static boolean isExisting(Customer customer, Store store) {
        return customer.profile()
                        .home()
                        .filter(store.policy().consent().existingCustomers()::contains)
                        .isPresent()
                && customer.shopping().orders().stream().anyMatch(order -> order.isPlaced() && !order.isUndone());
    }

    private static Ruling unwanted(Topic topic) {
        String name = topic.name().toLowerCase(Locale.ROOT);
        return new Ruling(
                "topic",
                name,
                "the customer wants no " + name,
                "It would have gone, had the customer not taken " + name + " off what they get.");
    }
}
