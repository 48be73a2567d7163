package comeback.condition;

import comeback.catalogue.Money;

/** How two values are compared. */
enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean asksForOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** Like values are compared; unlike ones, as amounts of two currencies are, are neither equal nor different. */
    Truth compare(Value left, Value right) {
        return switch (left) {
            case Value.Quantity one ->
                right instanceof Value.Quantity other ? ofOrder(one.number().compareTo(other.number())) : Truth.UNKNOWN;
            case Value.Time one ->
                right instanceof Value.Time other ? ofOrder(one.at().compareTo(other.at())) : Truth.UNKNOWN;
            case Value.Text one -> right instanceof Value.Text other ? ofEquality(one.equals(other)) : Truth.UNKNOWN;
            case Value.Truth one -> right instanceof Value.Truth other ? ofEquality(one.equals(other)) : Truth.UNKNOWN;
            case Value.Amount one -> compare(one.money(), right);
        };
    }

    private Truth compare(Money money, Value right) {
        if (right instanceof Value.Amount other
                && money.currency().equals(other.money().currency())) {
            return ofOrder(Long.compare(money.minor(), other.money().minor()));
        }
        // Nothing is nothing in every currency.
        return right instanceof Value.Quantity zero && zero.number().signum() == 0
                ? ofOrder(Long.signum(money.minor()))
                : Truth.UNKNOWN;
    }

    private Truth ofOrder(int order) {
        return Truth.of(
                switch (this) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case AT_MOST -> order <= 0;
                    case MORE -> order > 0;
                    case AT_LEAST -> order >= 0;
                });
    }

    private Truth ofEquality(boolean isEqual) {
        return switch (this) {
            case EQUAL -> Truth.of(isEqual);
            case NOT_EQUAL -> Truth.of(!isEqual);
            case LESS, AT_MOST, MORE, AT_LEAST -> Truth.UNKNOWN;
        };
    }
}
