CREATE TABLE "connect_refused_methods" (
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "connect_refused_methods_provider_method_pk" PRIMARY KEY("provider","method")
);
