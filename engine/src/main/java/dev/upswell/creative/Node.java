package dev.upswell.creative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of an analyser's payload, free of the format it was written in.
public sealed interface Node {

    /// Named parts, in the order written.
    record Fields(Map<String, Node> parts) implements Node {

        public Fields {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /// Parts one after another.
    record Items(List<Node> parts) implements Node {

        public Items {
            parts = Collections.unmodifiableList(new ArrayList<>(parts));
        }
    }

    /// A text.
    record Text(String value) implements Node {
    }

    /// A finite number.
    record Amount(double value) implements Node {

        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "amount (" + value
                                + ") must be finite\nMaybe the reader let NaN through; leave the field out.");
            }
        }
    }

    /// Yes or no.
    record Truth(boolean value) implements Node {
    }

    /// A field that is there and says that there is nothing.
    record Nothing() implements Node {
    }
}
