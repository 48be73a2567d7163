package comeback.store;

import comeback.customer.EmailAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One shop and its settings. A deployment has one or many.
 *
 * @param id names it
 * @param brand how it looks
 * @param sender who its mail is from
 * @param locale for shoppers whose language is unknown or not offered
 * @param locales those that letters may be written in; the store's own is among them
 * @param zone for shoppers whose zone is unknown
 * @param keys write keys; more than one of a class lets a key be changed without a gap
 * @param links sign the links in this store's letters
 * @param flowsOff names of flows that this store does not want
 * @param policy choices about marketing
 * @param webhooks how its shop system's documents are known
 * @param staff who may sign in and see this store and no other, at most {@value #STAFF_MAX}
 * @param stopped what its flows tried and what did harm; it is found out, and no setting
 */
public record Store(
        StoreId id,
        Brand brand,
        Sender sender,
        Locale locale,
        List<Locale> locales,
        ZoneId zone,
        List<AccessKey> keys,
        LinkSecrets links,
        Set<String> flowsOff,
        MarketingPolicy policy,
        Webhooks webhooks,
        List<EmailAddress> staff,
        List<Stopped> stopped) {
    /** More keys than that nobody can tell apart. */
    public static final int KEYS_MAX = 20;

    /** More are a company, which has other ways to say who may see what. */
    public static final int STAFF_MAX = 100;

    public Store {
        locales = List.copyOf(locales);
        keys = List.copyOf(keys);
        flowsOff = Set.copyOf(flowsOff);
        staff = List.copyOf(staff);
        stopped = List.copyOf(stopped);
        if (staff.size() > STAFF_MAX) {
            throw new IllegalArgumentException("a store has at most " + STAFF_MAX + " people of its staff");
        }
        if (!locales.contains(locale)) {
            throw new IllegalArgumentException("locales must hold the store's own locale " + locale.toLanguageTag());
        }
    }

    /** One in which nothing that was tried did harm. */
    public Store(
            StoreId id,
            Brand brand,
            Sender sender,
            Locale locale,
            List<Locale> locales,
            ZoneId zone,
            List<AccessKey> keys,
            LinkSecrets links,
            Set<String> flowsOff,
            MarketingPolicy policy,
            Webhooks webhooks,
            List<EmailAddress> staff) {
        this(id, brand, sender, locale, locales, zone, keys, links, flowsOff, policy, webhooks, staff, List.of());
    }

    /** One whose link secret never was replaced. */
    public Store(
            StoreId id,
            Brand brand,
            Sender sender,
            Locale locale,
            List<Locale> locales,
            ZoneId zone,
            List<AccessKey> keys,
            String linkSecret,
            Set<String> flowsOff,
            MarketingPolicy policy,
            Webhooks webhooks) {
        this(
                id,
                brand,
                sender,
                locale,
                locales,
                zone,
                keys,
                new LinkSecrets(linkSecret),
                flowsOff,
                policy,
                webhooks,
                List.of());
    }

    /** One whose shop system sends nothing by itself. */
    public Store(
            StoreId id,
            Brand brand,
            Sender sender,
            Locale locale,
            List<Locale> locales,
            ZoneId zone,
            List<AccessKey> keys,
            String linkSecret,
            Set<String> flowsOff,
            MarketingPolicy policy) {
        this(id, brand, sender, locale, locales, zone, keys, linkSecret, flowsOff, policy, Webhooks.NONE);
    }

    /** Signs the links in this store's letters. */
    public String linkSecret() {
        return links.present();
    }

    public Store with(Webhooks changed) {
        return new Store(
                id, brand, sender, locale, locales, zone, keys, links, flowsOff, policy, changed, staff, stopped);
    }

    public Store with(LinkSecrets changed) {
        return new Store(
                id, brand, sender, locale, locales, zone, keys, changed, flowsOff, policy, webhooks, staff, stopped);
    }

    public Store withKeys(List<AccessKey> changed) {
        return new Store(
                id, brand, sender, locale, locales, zone, changed, links, flowsOff, policy, webhooks, staff, stopped);
    }

    public Store withStaff(List<EmailAddress> changed) {
        return new Store(
                id, brand, sender, locale, locales, zone, keys, links, flowsOff, policy, webhooks, changed, stopped);
    }

    public Store withStopped(List<Stopped> changed) {
        return new Store(
                id, brand, sender, locale, locales, zone, keys, links, flowsOff, policy, webhooks, staff, changed);
    }

    /** Whether something that a flow tried is given to nobody any more. */
    public boolean hasStopped(String flow, String step, String arm) {
        return stopped(flow, step, arm).isPresent();
    }

    /** That it is given to nobody any more, if it is not. */
    public Optional<Stopped> stopped(String flow, String step, String arm) {
        return stopped.stream().filter(one -> one.is(flow, step, arm)).findFirst();
    }

    /** Whether this address may sign in here. */
    public boolean isStaff(EmailAddress address) {
        return staff.stream().anyMatch(one -> one.inbox().equals(address.inbox()));
    }

    /** The offered locale that speaks the wanted one's language, else the store's own. */
    public Locale offered(Locale wanted) {
        return locales.stream()
                .filter(offer -> offer.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(locale);
    }
}
