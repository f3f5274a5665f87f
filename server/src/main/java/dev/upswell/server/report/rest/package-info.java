/// Reports and branding as programs read them.
@NullMarked
package dev.upswell.server.report.rest;

import org.jspecify.annotations.NullMarked;
