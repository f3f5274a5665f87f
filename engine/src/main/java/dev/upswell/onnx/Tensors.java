package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;

/// Reads the tensors of a file.
final class Tensors {

    private Tensors() {
    }

    /// **errors** `IllegalArgumentException` for words, half precision, damaged tensors and those kept in another file.
    static Tensor read(TensorProto tensor) {
        if (tensor.getExternalDataCount() > 0) {
            throw new IllegalArgumentException("tensor " + tensor.getName() + " must not lie in another file");
        }
        int[] shape = new int[tensor.getDimsCount()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.toIntExact(tensor.getDims(i));
        }
        if (Tensor.size(shape) > Math.max(tensor.getRawData().size(), listed(tensor))) {
            throw new IllegalArgumentException("tensor " + tensor.getName() + " must hold " + Tensor.size(shape)
                    + " numbers");
        }
        double[] values = new double[Tensor.size(shape)];
        TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        IntToDoubleFunction read = tensor.getRawData().isEmpty() ? listed(tensor, type) : packed(raw, tensor, type);
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = read.applyAsDouble(i);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("tensor " + tensor.getName() + " must hold " + values.length
                    + " numbers", e);
        }
        return new Tensor(shape, values);
    }

    private static int listed(TensorProto tensor) {
        return Math.max(Math.max(tensor.getFloatDataCount(), tensor.getDoubleDataCount()),
                Math.max(tensor.getInt64DataCount(), tensor.getInt32DataCount()));
    }

    private static IntToDoubleFunction packed(ByteBuffer raw, TensorProto tensor, TensorProto.DataType type) {
        return switch (type) {
            case FLOAT -> i -> raw.getFloat(i * Float.BYTES);
            case DOUBLE -> i -> raw.getDouble(i * Double.BYTES);
            case INT64 -> i -> raw.getLong(i * Long.BYTES);
            case INT32 -> i -> raw.getInt(i * Integer.BYTES);
            case BOOL, INT8 -> i -> raw.get(i);
            case null, default -> throw unreadable(tensor, type);
        };
    }

    private static IntToDoubleFunction listed(TensorProto tensor, TensorProto.DataType type) {
        return switch (type) {
            case FLOAT -> tensor::getFloatData;
            case DOUBLE -> tensor::getDoubleData;
            case INT64 -> tensor::getInt64Data;
            case INT32, BOOL, INT8 -> tensor::getInt32Data;
            case null, default -> throw unreadable(tensor, type);
        };
    }

    private static IllegalArgumentException unreadable(TensorProto tensor, TensorProto.DataType type) {
        return new IllegalArgumentException(
                "tensor " + tensor.getName() + " of type " + type + " is not computed here");
    }
}
