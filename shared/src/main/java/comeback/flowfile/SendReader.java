package comeback.flowfile;

import comeback.coupon.CouponOffer;
import comeback.customer.Topic;
import comeback.flow.Step;
import comeback.message.MessageClass;
import comeback.message.Terms;
import comeback.yaml.YamlObject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the steps that send.
 *
 * @param flowClass the class of letters that name none
 * @param isOnLadder whether the flow reminds of what was left behind
 * @param topic what its letters are about
 * @param letters names of the letters in the folder; absent for an older file, whose letters may have been taken away
 */
record SendReader(MessageClass flowClass, boolean isOnLadder, Topic topic, Optional<List<String>> letters) {
    private static final int WEIGHT_MAX = 100;
    private static final Pattern OFFER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(?<=^.{1,40})");

    Step.Send read(YamlObject step) {
        step.refuseAllBut(
                "send",
                "class",
                "at once",
                "priority",
                "time to live",
                "variants",
                "without consent",
                "coupon",
                ShownReader.SHOW,
                "true until");
        MessageClass messageClass = Choices.messageClass(step, "class").orElse(flowClass);
        Optional<Step.Send> instead = step.object("without consent").map(this::read);
        if (instead.filter(other -> other.messageClass() == MessageClass.MARKETING)
                .isPresent()) {
            step.refuse("without consent", "what goes without consent can not be marketing: give it a class");
        }
        String letter = step.neededText("send");
        checkLetter(step, "send", letter);
        Terms terms = new Terms(
                Choices.isTrue(step, "at once"),
                isOnLadder,
                step.duration("time to live").orElse(Terms.lifeOf(messageClass)),
                CouponReader.read(step, messageClass),
                step.parsed("true until", LocalDateTime::parse, "a day and time like 2026-11-30T23:59"),
                topic,
                ShownReader.read(step, messageClass));
        List<Step.Variant> variants = variants(step, letter, terms, messageClass);
        return new Step.Send(
                letter,
                messageClass,
                // What is shown of it without a customer shows what the first of them gets.
                variants.stream().findFirst().flatMap(Step.Variant::terms).orElse(terms),
                Choices.choice(step, "priority", Step.Priority.values(), Choices::lowerCase)
                        .orElse(Step.Priority.NORMAL),
                variants,
                instead);
    }

    /**
     * "variants: {with-picture: 1, plain: 3}": names of letters, and how many customers get each beside the others; or "{small:
     * {weight: 1, coupon: …}, large: …}": offers of this letter, by names of their own.
     */
    private List<Step.Variant> variants(YamlObject step, String letter, Terms terms, MessageClass messageClass) {
        List<Step.Variant> variants = new ArrayList<>();
        step.object("variants").ifPresent(block -> {
            long offers = block.names().stream().filter(block::isBlock).count();
            for (String name : block.names()) {
                if (block.isBlock(name)) {
                    offer(block, name, letter, terms, messageClass).ifPresent(variants::add);
                } else {
                    checkLetter(block, name, name);
                    weight(block, name).ifPresent(weight -> variants.add(new Step.Variant(name, weight)));
                }
            }
            if (block.names().size() < 2
                    || (offers > 0 && offers < block.names().size())) {
                step.refuse(
                        "variants", "\"variants\" are at least two letters with their weights, or at least two offers");
            }
        });
        return variants;
    }

    private static Optional<Step.Variant> offer(
            YamlObject block, String name, String letter, Terms terms, MessageClass messageClass) {
        if (!OFFER.matcher(name).matches()) {
            block.refuse(name, "an offer's name is 1 to 40 of a-z, 0-9 and single -");
        }
        return block.object(name).flatMap(one -> {
            one.refuseAllBut("weight", CouponReader.COUPON);
            Optional<CouponOffer> own = CouponReader.read(one, messageClass);
            if (!one.has("weight")) {
                block.refuse(name, "\"weight\" is missing");
            }
            return weight(one, "weight")
                    .map(weight ->
                            new Step.Variant(name, letter, weight, Optional.of(terms.giving(own.or(terms::offer)))));
        });
    }

    /** How many customers get one, beside the others. */
    static Optional<Integer> weight(YamlObject block, String name) {
        Optional<Integer> weight = block.integer(name);
        if (weight.filter(many -> many < 1 || many > WEIGHT_MAX).isPresent()) {
            block.refuse(name, "a variant's weight is 1 to " + WEIGHT_MAX);
        }
        return weight;
    }

    private void checkLetter(YamlObject step, String setting, String letter) {
        if (!letter.isEmpty()
                && letters.filter(there -> !there.contains(letter)).isPresent()) {
            step.refuse(
                    setting,
                    "there is no letter " + letter + ".vm in this folder; there are: "
                            + String.join(", ", letters.orElseThrow()));
        }
    }
}
