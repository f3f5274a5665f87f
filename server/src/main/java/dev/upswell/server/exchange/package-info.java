/// Models in and out: files of other tools and of this one, and the registry of an MLflow server.
@NullMarked
package dev.upswell.server.exchange;

import org.jspecify.annotations.NullMarked;
