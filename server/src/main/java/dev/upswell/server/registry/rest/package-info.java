/// The REST endpoints of the registry: approvals, histories, challengers, tasks and alerts.
@NullMarked
package dev.upswell.server.registry.rest;

import org.jspecify.annotations.NullMarked;
