// The limit of a cached page: Node's own HTTP server that gives one answer, held in memory, to everybody.
import { createServer } from 'node:http'

const { headers, body } = JSON.parse(process.env.PAGE)
const bytes = Buffer.from(body, 'base64')
const flat = headers.flat()

const server = createServer((_request, response) => {
  response.writeHead(200, flat)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log(`localhost:${server.address().port}`))
