package comeback.simulation.edge;

import comeback.commit.Alarms;
import comeback.commit.Coupons;
import comeback.commit.Customers;
import comeback.commit.DueItems;
import comeback.commit.Erasures;
import comeback.commit.Messages;
import comeback.commit.Orders;
import comeback.commit.Stores;
import comeback.send.Mailer;

/**
 * All that the functions know of AWS.
 *
 * @param customers with their timelines
 * @param messages born by commits
 * @param orders for letters
 * @param dueItems for the sweeper
 * @param stores the shops
 * @param coupons issued with claims
 * @param erasures of those who want to be forgotten
 * @param stockroom goods, and those who wait for them
 * @param pacing how fast SES may be asked
 * @param alarms Scheduler
 * @param mailer SES
 */
public record Ports(
        Customers customers,
        Messages messages,
        Orders orders,
        DueItems dueItems,
        Stores stores,
        Coupons coupons,
        Erasures erasures,
        Stockroom stockroom,
        Pacing pacing,
        Alarms alarms,
        Mailer mailer) {
    public Ports withCustomers(Customers changed) {
        return new Ports(
                changed, messages, orders, dueItems, stores, coupons, erasures, stockroom, pacing, alarms, mailer);
    }

    public Ports withMessages(Messages changed) {
        return new Ports(
                customers, changed, orders, dueItems, stores, coupons, erasures, stockroom, pacing, alarms, mailer);
    }

    public Ports withDueItems(DueItems changed) {
        return new Ports(
                customers, messages, orders, changed, stores, coupons, erasures, stockroom, pacing, alarms, mailer);
    }

    public Ports withStores(Stores changed) {
        return new Ports(
                customers, messages, orders, dueItems, changed, coupons, erasures, stockroom, pacing, alarms, mailer);
    }

    public Ports withCoupons(Coupons changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, changed, erasures, stockroom, pacing, alarms, mailer);
    }

    public Ports withErasures(Erasures changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, coupons, changed, stockroom, pacing, alarms, mailer);
    }

    public Ports withStockroom(Stockroom changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, coupons, erasures, changed, pacing, alarms, mailer);
    }

    public Ports withPacing(Pacing changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, coupons, erasures, stockroom, changed, alarms, mailer);
    }

    public Ports withAlarms(Alarms changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, coupons, erasures, stockroom, pacing, changed, mailer);
    }

    public Ports withMailer(Mailer changed) {
        return new Ports(
                customers, messages, orders, dueItems, stores, coupons, erasures, stockroom, pacing, alarms, changed);
    }
}
