/// Alerts, for programs.
@NullMarked
package dev.upswell.server.alert.rest;

import org.jspecify.annotations.NullMarked;
