import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions, isServedOverHttps } from "@/lib/auth/options";

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> };

const handler = async (request: NextRequest, context: RouteContext): Promise<Response> =>
  (await NextAuth(
    request,
    context,
    authOptions(isServedOverHttps(request.headers.get("x-forwarded-proto"))),
  )) as Response; // next-auth types its answer as any

export { handler as GET, handler as POST };
