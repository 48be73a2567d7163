package comeback.flowfile;

import comeback.customer.Topic;
import comeback.flow.Step;
import comeback.message.MessageClass;
import comeback.message.Terms;
import comeback.yaml.YamlObject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Step.Send(
                letter,
                messageClass,
                new Terms(
                        Choices.isTrue(step, "at once"),
                        isOnLadder,
                        step.duration("time to live").orElse(Terms.lifeOf(messageClass)),
                        CouponReader.read(step, messageClass),
                        step.parsed("true until", LocalDateTime::parse, "a day and time like 2026-11-30T23:59"),
                        topic,
                        ShownReader.read(step, messageClass)),
                Choices.choice(step, "priority", Step.Priority.values(), Choices::lowerCase)
                        .orElse(Step.Priority.NORMAL),
                variants(step),
                instead);
    }

    /** "variants: {with-picture: 1, plain: 3}": names of letters, and how many customers get each beside the others. */
    private List<Step.Variant> variants(YamlObject step) {
        List<Step.Variant> variants = new ArrayList<>();
        step.object("variants").ifPresent(block -> {
            for (String letter : block.names()) {
                checkLetter(block, letter, letter);
                block.integer(letter).ifPresent(weight -> {
                    if (weight < 1 || weight > WEIGHT_MAX) {
                        block.refuse(letter, "a variant's weight is 1 to " + WEIGHT_MAX);
                    }
                    variants.add(new Step.Variant(letter, weight));
                });
            }
            if (block.names().size() < 2) {
                step.refuse("variants", "\"variants\" are at least two letters with their weights");
            }
        });
        return variants;
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
