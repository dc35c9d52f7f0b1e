-- Who is there now is worth nothing after a crash, and telling it must not wait for the disk.
ALTER TABLE "live_processes" SET UNLOGGED;
