import { Route, Routes } from 'react-router';
import { OrderEntry } from './order-entry';
import { OrderList } from './order-list';
import { OrderView } from './order-view';

/** Orders: the list, one order, a new one. */
export default function OrdersPage() {
  return (
    <Routes>
      <Route index element={<OrderList />} />
      <Route path="new" element={<OrderEntry />} />
      <Route path=":order" element={<OrderView />} />
    </Routes>
  );
}
