/// The endpoints about compliance and retention.
@NullMarked
package dev.upswell.server.comply.rest;

import org.jspecify.annotations.NullMarked;
