/** The product's mark: two voices. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#155e52" />
      <g fill="none" strokeLinecap="round" strokeWidth="3">
        <path stroke="#fff" d="M8 14v4M13 9v14" />
        <path stroke="#f0b7d8" d="M19 9v14M24 14v4" />
      </g>
    </svg>
  )
}
