package dev.upswell.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operator of a file with its attributes, ready to compute.
interface Operation {

    /// The first result; others are not computed here.
    ///
    /// **errors** `IllegalArgumentException` when the operands do not fit.
    Tensor of(Operands operands);

    /// What an operator works on.
    ///
    /// @param all null where an operand is left out
    record Operands(List<@Nullable Tensor> all) {

        Tensor at(int index) {
            Tensor tensor = find(index);
            if (tensor == null) {
                throw new IllegalArgumentException("operand " + (index + 1) + " must be there");
            }
            return tensor;
        }

        /// Null when it is left out.
        @Nullable
        Tensor find(int index) {
            return index < all.size() ? all.get(index) : null;
        }

        int size() {
            return all.size();
        }
    }
}
