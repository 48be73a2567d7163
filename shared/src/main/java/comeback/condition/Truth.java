package comeback.condition;

/** Whether something holds, when not everything is known. */
enum Truth {
    YES,
    NO,
    /** It depends on something that nobody told us. Its opposite is unknown too, so what is missing never becomes a yes. */
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    Truth opposite() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }

    Truth and(Truth other) {
        return this == NO || other == NO ? NO : this == YES ? other : this;
    }

    Truth or(Truth other) {
        return opposite().and(other.opposite()).opposite();
    }
}
