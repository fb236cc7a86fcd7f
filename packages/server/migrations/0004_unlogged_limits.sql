-- A count that a crash may lose costs no flush of the log.
ALTER TABLE "connect_rate_limits" SET UNLOGGED;
