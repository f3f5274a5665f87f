/// Models in the open format ONNX: writing graphs, reading and computing them; knows nothing of trainers.
@NullMarked
package dev.upswell.onnx;

import org.jspecify.annotations.NullMarked;
