/// What an MLflow server is told, and how.
@NullMarked
package dev.upswell.server.exchange.mlflow;

import org.jspecify.annotations.NullMarked;
